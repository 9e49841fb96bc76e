# `lambda-cc complete` prints what can follow. If it prints nothing, the shell completes file names.
_lambda_cc() {
  local line word=${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  [[ $word != = ]] || word= # after --format=
  while IFS= read -r line; do
    line=${line%%$'\t'*}
    [[ $line != "$word"* ]] || COMPREPLY+=("$line")
  done < <("${COMP_WORDS[0]/#\~/$HOME}" complete -- "${COMP_WORDS[@]:0:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _lambda_cc lambda-cc
