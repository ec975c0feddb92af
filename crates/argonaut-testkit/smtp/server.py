"""A mail server for the tests: takes mail on 127.0.0.1 and prints each as a line of JSON.

The first line tells the port. What the name of a recipient begins with decides on it:
"later" is put off once, "gone" does not exist, "blocked" is refused for policy.
"""

import asyncio
import json
import sys

from aiosmtpd.smtp import SMTP


def say(thing):
    print(json.dumps(thing), flush=True)


class Handler:
    def __init__(self):
        self.put_off = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone"):
            say({"refused": address})
            return "550 5.1.1 no such mailbox: " + address
        if address.startswith("blocked"):
            say({"refused": address})
            return "554 5.7.1 blocked by policy"
        if address.startswith("later") and address not in self.put_off:
            self.put_off.add(address)
            say({"refused": address})
            return "451 4.2.1 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        data = envelope.content.decode("utf-8", "surrogateescape")
        say({"from": envelope.mail_from, "to": envelope.rcpt_tos, "data": data})
        return "250 OK"


async def main():
    handler = Handler()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler), "127.0.0.1", 0)
    say({"port": server.sockets[0].getsockname()[1]})
    # Ends with the test that started it.
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
