package dev.tillstream.local.launcher.house;

import java.net.URI;

/** Where the parts of an installation answer over HTTP, whoever runs them. */
public record Addresses(URI ingest, URI dispatch, URI warehouse, URI aws) {}
