// SPDX-License-Identifier: EUPL-1.2
// Bundled and run in Chromium by in_chromium.mjs: the official connect-web client on its three transports.
import { ConnectError, createClient } from "@connectrpc/connect";
import { createConnectTransport, createGrpcWebTransport } from "@connectrpc/connect-web";
import { DirectoryService } from "./gen/entraide/directory/v1/directory_service_pb.js";
import { GarageService } from "./gen/entraide/garage/v1/garage_service_pb.js";
import { BadRequestSchema, ErrorInfoSchema } from "./gen/google/rpc/error_details_pb.js";

const baseUrl = location.origin;
const transports = {
  "connect-json": createConnectTransport({ baseUrl }),
  "connect-binary": createConnectTransport({ baseUrl, useBinaryFormat: true, useHttpGet: true }),
  "grpc-web": createGrpcWebTransport({ baseUrl }),
};

async function report(transport) {
  const found = await createClient(DirectoryService, transport).searchCommunes({ query: "Frévent" });
  const jobs = createClient(GarageService, transport);
  const job = (symptoms) => ({
    request: {
      kind: "repair",
      residenceCommune: found.communes[0].inseeCode,
      actingFor: 1,
      contact: { displayName: "Camille Exemple", phone: "+33353010101" },
      consentVersion: "2026-11",
    },
    details: { symptoms },
    requestId: crypto.randomUUID(),
  });
  const wanted = job("Les freins grincent");
  const filed = await jobs.createJob(wanted);
  const again = await jobs.createJob(wanted);
  const refused = await jobs.createJob(job("")).catch((error) => ConnectError.from(error));
  const names = ["", "canceled", "unknown", "invalid_argument"];
  return {
    commune: found.communes[0].displayName,
    trackingCode: filed.trackingCode,
    again: again.trackingCode,
    code: names[refused.code] ?? String(refused.code),
    reason: refused.findDetails(ErrorInfoSchema)[0]?.reason,
    fields: refused.findDetails(BadRequestSchema)[0]?.fieldViolations.map((violation) => violation.field) ?? [],
  };
}

globalThis.conformance = async () => {
  const reports = {};
  for (const [name, transport] of Object.entries(transports)) reports[name] = await report(transport);
  return reports;
};
