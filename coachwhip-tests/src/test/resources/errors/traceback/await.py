import asyncio


async def inner():
    await asyncio.sleep(0)
    return 1 / 0


async def main():
    return await inner() + 1


asyncio.run(main())
