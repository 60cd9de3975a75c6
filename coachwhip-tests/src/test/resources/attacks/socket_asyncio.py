# wants: a connection by an event loop
# success: the server sees one
# variants: preset kernel
import asyncio


async def connect():
    await asyncio.open_connection("127.0.0.1", port)


async def serve():
    await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)


attempt(lambda: asyncio.run(connect()), lambda: asyncio.run(serve()))
