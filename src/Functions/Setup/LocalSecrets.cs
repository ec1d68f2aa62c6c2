using Microsoft.Extensions.Hosting;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Links;
using TechPlan.Functions.Mail.Webhooks;

namespace TechPlan.Functions.Setup;

/// <summary>The secrets that a local run uses. They are in the repository, so no other run may.</summary>
internal static class LocalSecrets
{
    /// <summary>The environment's name that only a local run sets.</summary>
    internal const string EnvironmentName = "Local";

    /// <summary>What Graph's emulator repeats in its notifications.</summary>
    internal const string ClientState = "techplan-local-only-client-state";

    private static readonly byte[][] Known =
    [
        Convert.FromBase64String("dGVjaHBsYW4tbG9jYWwtb25seS1zZWNyZXQ="),
        Convert.FromBase64String("dGVjaHBsYW4tbG9jYWwtb25seS1saW5rLWtleS0wMDAx"),
        Convert.FromBase64String("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1viYmIhXG3uO4Rmadp+bgacVXvmSdpXRGqCPQPrHmXF+qXtg/gtQCJ3k2VRaPy51kJdTIhCjYDUvqko+gToDiA=="),
    ];

    /// <param name="values">Webhook secrets, link keys or SendGrid's keys as they are set. The bytes count, whatever the id or the spelling.</param>
    internal static bool MayUse(IEnumerable<string> values, IHostEnvironment environment) =>
        IsLocal(environment) || !values.Select(OctetsOf).OfType<byte[]>().Any(IsKnown);

    /// <summary>Whether this is a local run.</summary>
    internal static bool IsLocal(IHostEnvironment environment) => environment.EnvironmentName == EnvironmentName;

    private static byte[]? OctetsOf(string value) => WebhookSecret.TryParse(value) ?? LinkKeys.TryParse(value)?.Key ?? SendGridKeys.TryParse(value);

    private static bool IsKnown(byte[] octets) => Array.Exists(Known, known => known.AsSpan().SequenceEqual(octets));
}
