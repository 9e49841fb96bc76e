# `lambda-cc complete` prints what can follow. If none of it matches, the shell completes file names.
function __lambda_cc_candidates
    set -l words (commandline --tokenize --current-process --cut-at-cursor)
    set -l begins ^(string escape --style=regex -- (commandline --current-token))
    set -l program (string replace --regex '^~' $HOME -- $words[1])
    $program complete -- $words 2>/dev/null | string match --regex --entire -- $begins
    or __fish_complete_path (commandline --current-token)
end
complete --command lambda-cc --no-files --arguments '(__lambda_cc_candidates)'
