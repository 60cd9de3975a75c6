# expect: [0, 1, 4]
import asyncio


async def square(n):
    await asyncio.sleep(0)
    return n * n


async def main():
    return await asyncio.gather(*(square(n) for n in range(3)))


asyncio.run(main())
