// The C interface of libxml2's HTML parser (Debian: libxml2-dev).
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
