// SPDX-License-Identifier: EUPL-1.2
// The official grpc-js client over the unix socket. Usage: node grpc_js_client.mjs TOOLS PROTO_FOLDER ADDRESS
import { createRequire } from "node:module";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";

const [tools, protos, address] = process.argv.slice(2);
const require = createRequire(`${tools}/`);
const grpc = require("@grpc/grpc-js");
const loader = require("@grpc/proto-loader");

const definition = loader.loadSync(
  ["entraide/directory/v1/directory_service.proto", "entraide/garage/v1/garage_service.proto",
   "google/rpc/error_details.proto", "google/rpc/status.proto"],
  { includeDirs: [protos], defaults: true, enums: String });
const packages = grpc.loadPackageDefinition(definition);
const clientOf = (service) => {
  const client = new service(address, grpc.credentials.createInsecure());
  return (method, message) =>
    promisify(client[method].bind(client))(message, new grpc.Metadata(), { deadline: Date.now() + 5000 });
};

const directory = clientOf(packages.entraide.directory.v1.DirectoryService);
const garage = clientOf(packages.entraide.garage.v1.GarageService);
const found = await directory("SearchCommunes", { query: "Frévent" });
const job = (symptoms) => ({
  request: {
    kind: "repair", residenceCommune: found.communes[0].inseeCode, actingFor: "ACTING_FOR_SELF",
    contact: { displayName: "Camille Exemple", phone: "+33353010101" }, consentVersion: "2026-11",
  },
  details: { symptoms },
  requestId: randomUUID(),
});
const wanted = job("Les freins grincent");
const filed = await garage("CreateJob", wanted);
const again = await garage("CreateJob", wanted);
const refused = await garage("CreateJob", job("")).catch((error) => error);
const protobuf = require("protobufjs");
const root = await new protobuf.Root();
root.resolvePath = (_, target) => (target.startsWith("/") || target.startsWith("google/protobuf") ? target : `${protos}/${target}`);
await root.load(["google/rpc/error_details.proto", "google/rpc/status.proto"]);
const status = root.lookupType("google.rpc.Status").decode(refused.metadata.get("grpc-status-details-bin")[0]);
const details = status.details.map((any) => {
  const type = root.lookupType(any.type_url.split("/")[1]);
  return type.decode(any.value);
});
process.stdout.write(JSON.stringify({
  commune: found.communes[0].displayName,
  trackingCode: filed.trackingCode,
  again: again.trackingCode,
  code: grpc.status[refused.code].toLowerCase(),
  reason: details.find((detail) => detail.reason)?.reason,
  fields: details.flatMap((detail) => detail.fieldViolations ?? []).map((violation) => violation.field),
}));
process.exit(0);
