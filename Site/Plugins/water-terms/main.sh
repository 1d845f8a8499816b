#!/bin/sh
# Tags changes of words about water. Each request is a line; sed takes the words of each change out of
# it, so that nothing but a POSIX shell and its tools is needed.
while IFS= read -r line; do
  id=$(printf '%s' "$line" | sed 's/^{"id":\([0-9]*\),.*/\1/')
  case $line in
    *'"method":"initialize"'*) result='{"protocol":1}' ;;
    *'"method":"classify"'*)
      judgements=$(printf '%s\n' "$line" | sed 's/{"added":/\n&/g' | sed 1d | while IFS= read -r change; do
        words=$(printf '%s' "$change" | sed 's/"newText":.*"removed":/"removed":/; s/"new":.*"removed":/"removed":/')
        case $words in
          *水* | *河* | *湖* | *流域* | *water* | *river*)
            printf '{"substance":"substantive","tags":["water"]},' ;;
          *) printf 'null,' ;;
        esac
      done)
      result="{\"judgements\":[${judgements%,}]}" ;;
    *) result='{}' ;;
  esac
  printf '{"id":%s,"result":%s}\n' "$id" "$result"
done
