# full-disk.sh FOLDER COMMAND...: runs COMMAND while FOLDER, with the files that are in it, is a file system without a free block, and then
# lists it: mode, size and name of each file. Run by `unshare -rm`, so that the file system ends with this script.
set -eu
folder=$1
shift
cp -a "$folder" "$folder.kept"
mount -t tmpfs -o size=64k none "$folder"
cp -a "$folder.kept/." "$folder"
rm -r "$folder.kept"
head -c 1000000 /dev/zero > "$folder/fill" 2> "$folder/fill" || true
status=0
"$@" || status=$?
rm "$folder/fill"
(cd "$folder" && find . -type f -printf '%m %s %p\n' | LC_ALL=C sort)
exit $status
