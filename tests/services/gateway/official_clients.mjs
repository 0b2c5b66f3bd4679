// SPDX-License-Identifier: EUPL-1.2
// Calls the echo service through the gateway with the official Connect and gRPC-Web clients.
// Usage: official_clients.mjs PORT DESCRIPTOR_SET. Says what failed and exits 1.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../tools/package.json", import.meta.url));
const { createFileRegistry, fromBinary } = require("@bufbuild/protobuf");
const { FileDescriptorSetSchema } = require("@bufbuild/protobuf/wkt");
const { Code, ConnectError, createClient } = require("@connectrpc/connect");
const { createConnectTransport, createGrpcWebTransport } = require("@connectrpc/connect-web");

const [port, descriptors] = process.argv.slice(2);
const baseUrl = `http://127.0.0.1:${port}`;
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(descriptors)));
const service = registry.getService("entraide.echo.v1.EchoService");

const transports = {
  "connect json": createConnectTransport({ baseUrl }),
  "connect proto": createConnectTransport({ baseUrl, useBinaryFormat: true }),
  "connect json by GET": createConnectTransport({ baseUrl, useHttpGet: true }),
  "connect proto by GET": createConnectTransport({ baseUrl, useHttpGet: true, useBinaryFormat: true }),
  "grpc-web proto": createGrpcWebTransport({ baseUrl }),
  "grpc-web json": createGrpcWebTransport({ baseUrl, useBinaryFormat: false }),
};

async function errorOf(promise) {
  try {
    await promise;
  } catch (error) {
    assert(error instanceof ConnectError);
    return error;
  }
  assert.fail("the call succeeded");
}

async function watchAll(client) {
  for await (const _ of client.watch({})) {
    // nothing is served
  }
}

for (const [name, transport] of Object.entries(transports)) {
  const client = createClient(service, transport);
  try {
    const answer = await client.echo(
      { text: "où ?", repeatCount: 2, mood: 1 },
      { headers: { authorization: "Bearer abc" }, timeoutMs: 4000 },
    );
    assert.equal(answer.text, "où ?où ?");
    assert.equal(answer.mood, 1);
    assert(answer.metadata.includes("authorization=Bearer abc"));
    assert(answer.leftMilliseconds > 1000n && answer.leftMilliseconds <= 4000n);

    assert.equal((await client.change({ text: "x" })).text, "x");

    const refused = await errorOf(client.refuse({ text: "fermé à 100 %" }));
    assert.equal(refused.code, Code.FailedPrecondition);
    assert.equal(refused.rawMessage, "fermé à 100 %");
    assert.equal(refused.details.length, 1);
    assert.equal(refused.details[0].type, "google.rpc.ErrorInfo");

    const late = await errorOf(client.wait({}, { timeoutMs: 200 }));
    assert.equal(late.code, Code.DeadlineExceeded);

    assert.equal((await errorOf(watchAll(client))).code, Code.Unimplemented);
    console.log(`${name}: ok`);
  } catch (error) {
    console.error(`${name}:`, error);
    process.exitCode = 1;
  }
}
