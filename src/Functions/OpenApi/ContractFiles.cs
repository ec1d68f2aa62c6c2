namespace TechPlan.Functions.OpenApi;

/// <summary>The contracts that come with the assembly, each read when it is first asked for.</summary>
internal static class ContractFiles
{
    private static readonly Lazy<byte[]> LazyOpenApi = new(() => Read("openapi.json"));
    private static readonly Lazy<byte[]> LazySchema = new(() => Read("mini-grant-request.schema.json"));

    internal static byte[] OpenApi => LazyOpenApi.Value;

    internal static byte[] MiniGrantRequestSchema => LazySchema.Value;

    private static byte[] Read(string name)
    {
        using var stream = typeof(ContractFiles).Assembly.GetManifestResourceStream($"contracts/{name}")
            ?? throw new InvalidOperationException($"The assembly lacks the file {name}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
