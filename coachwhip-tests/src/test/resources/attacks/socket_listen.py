# wants: to be a server
# success: a port is taken
# variants: preset kernel
import http.server
import socket

attempt(
    lambda: socket.create_server(("127.0.0.1", 0)),
    lambda: http.server.HTTPServer(("", 0), http.server.BaseHTTPRequestHandler),
)
