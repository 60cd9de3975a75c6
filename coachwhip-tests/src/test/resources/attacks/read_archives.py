# wants: files by modules for archives and settings
# success: one is opened or made
# variants: preset kernel
import bz2
import configparser
import gzip
import lzma
import tarfile
import zipfile


def settings():
    if configparser.ConfigParser().read(canary) == []:
        raise OSError("nothing read")


attempt(
    lambda: gzip.open(canary_folder + "/x.gz", "w"),
    lambda: bz2.open(canary_folder + "/x.bz2", "w"),
    lambda: lzma.open(canary_folder + "/x.xz", "w"),
    lambda: zipfile.ZipFile(canary_folder + "/x.zip", "w").close(),
    lambda: tarfile.open(canary_folder + "/x.tar", "w").close(),
    settings,
)
