# wants: a connection by the modules for protocols
# success: the server sees one
# variants: preset kernel
import ftplib
import http.client
import smtplib
import urllib.request


def plain():
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
    connection.request("GET", "/")


attempt(
    plain,
    lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1),
    lambda: urllib.request.urlopen("file://" + canary).read(),
    lambda: ftplib.FTP("127.0.0.1", timeout=1),
    lambda: smtplib.SMTP("127.0.0.1", port, timeout=1),
)
