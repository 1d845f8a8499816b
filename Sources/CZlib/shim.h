// The C interface of zlib, which inflates what archives hold (Debian: zlib1g-dev).
#include <zlib.h>
