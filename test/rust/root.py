"""A folder to chroot into: a program with its libraries, and nothing else."""

import os
import platform
import shutil
import zipfile

# Where each architecture's programs look for their loader.
LOADERS = {"x86_64": "lib64/ld-linux-x86-64.so.2", "aarch64": "lib/ld-linux-aarch64.so.1"}

# What Lambda's images set.
LIBRARIES = "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib"


def deploy(root, package, folder="var/task"):
    """Fills `folder` of `root` as Lambda does, with a program as bootstrap, with what is in a folder, or with the files of a zip and their modes."""
    task = os.path.join(root, folder)
    if os.path.isdir(package):
        shutil.copytree(package, task)
    elif package.endswith(".zip"):
        with zipfile.ZipFile(package) as files:
            files.extractall(task)
            for file in files.infolist():
                os.chmod(os.path.join(task, file.filename), file.external_attr >> 16 & 0o777)
    else:
        os.makedirs(task)
        shutil.copy(package, os.path.join(task, "bootstrap"))


def lay_out(root, program, glibc=None, qemu=None):
    """Makes `root`, or fills it, with the glibc in the flat folder `glibc`, and returns the command that runs `program` in it."""
    os.makedirs(os.path.join(root, "lib"), exist_ok=True)
    shutil.copy(program, os.path.join(root, "program"))
    if glibc:
        # A loader looks into its own default folders, which are not the same for every build of glibc.
        os.symlink("lib", os.path.join(root, "lib64"))
        os.symlink(".", os.path.join(root, "usr"))
        for name in os.listdir(glibc):
            if ".so" in name:
                shutil.copy(os.path.join(glibc, name), os.path.join(root, "lib"))
        loader = LOADERS[os.path.basename(os.path.normpath(glibc))]
        assert os.path.exists(os.path.join(root, loader)), loader
        os.mkdir(os.path.join(root, "etc"))
        for name, text in [("hosts", "127.0.0.1 localhost\n"), ("nsswitch.conf", "hosts: files\n")]:
            with open(os.path.join(root, "etc", name), "w") as file:
                file.write(text)
    command = [shutil.which("chroot", path=os.environ["PATH"] + ":/usr/sbin:/sbin"), root]
    if os.geteuid() != 0:
        command = ["unshare", "--map-root-user", *command]
    if qemu:  # static
        shutil.copy(shutil.which(f"qemu-{qemu}-static"), os.path.join(root, "qemu"))
        command += ["/qemu"]
    return [*command, "/program"]
