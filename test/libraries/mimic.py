#!/usr/bin/env python3
"""mimic.py PORT CERTIFICATE KEY: PyPI's mysql-mimic with the authentication plugins of MySQL, for servers.py.

Each user is named after its plugin and has the password `secret`. mysql-mimic brings the native plugin, and a base for the clear one. The
others are here: of caching_sha2_password what it does over TLS when the server has nothing cached, of sha256_password the same part.
"""

import asyncio
import asyncio.sslproto
import hashlib
import ssl
import sys

from mysql_mimic import IdentityProvider, MysqlServer, NativePasswordAuthPlugin, User
from mysql_mimic.auth import AbstractClearPasswordAuthPlugin, AuthPlugin, Forbidden, Success
from mysql_mimic.utils import nonce, xor

PASSWORD = b"secret"


class KeepsEarlyBytes(asyncio.sslproto.SSLProtocol):
    """A client starts TLS without an answer. Python before gh-142352 loses what arrived before the server does so, and the two hang."""

    def __init__(self, loop, app_protocol, *args, **kwargs):
        super().__init__(loop, app_protocol, *args, **kwargs)
        early = app_protocol._stream_reader._buffer
        self._incoming.write(bytes(early))
        early.clear()


asyncio.sslproto.SSLProtocol = KeepsEarlyBytes


def proof(salt):
    """What caching_sha2_password sends first: SHA256(password) XOR SHA256(SHA256(SHA256(password)) + salt)."""
    once = hashlib.sha256(PASSWORD).digest()
    return xor(once, hashlib.sha256(hashlib.sha256(once).digest() + salt).digest())


class CachingSha2(AuthPlugin):
    name = client_plugin_name = "caching_sha2_password"

    async def auth(self, auth_info=None):
        salt = nonce(20)
        auth_info = yield salt + b"\0"
        if auth_info.data != proof(salt):
            yield Forbidden()
        # Over TLS the client then sends the password itself.
        auth_info = yield b"\4"
        yield Success(auth_info.user.name) if auth_info.data == PASSWORD + b"\0" else Forbidden()


class Sha256(AuthPlugin):
    name = client_plugin_name = "sha256_password"

    async def auth(self, auth_info=None):
        auth_info = yield nonce(20) + b"\0"
        yield Success(auth_info.user.name) if auth_info.data == PASSWORD + b"\0" else Forbidden()


class Clear(AbstractClearPasswordAuthPlugin):
    name = "mysql_clear_password"

    async def check(self, username, password):
        return username if password.encode() == PASSWORD else None


class Dialog(AuthPlugin):
    """One question of PAM's. Its first byte, 4, means that the answer is a password and that another question may follow."""

    name = client_plugin_name = "dialog"

    async def auth(self, auth_info=None):
        auth_info = yield b"\4Password:"
        yield Success(auth_info.user.name) if auth_info.data.rstrip(b"\0") == PASSWORD else Forbidden()


class Users(IdentityProvider):
    def get_plugins(self):
        return [NativePasswordAuthPlugin(), CachingSha2(), Sha256(), Clear(), Dialog()]

    async def get_user(self, username):
        plugin = self.get_plugin(username)
        if not plugin:
            return None
        return User(name=username, auth_plugin=plugin.name, auth_string=NativePasswordAuthPlugin.create_auth_string(PASSWORD.decode()))


async def main():
    port, certificate, key = sys.argv[1:]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    await MysqlServer(identity_provider=Users(), ssl=context).serve_forever(host="127.0.0.1", port=int(port))


asyncio.run(main())
