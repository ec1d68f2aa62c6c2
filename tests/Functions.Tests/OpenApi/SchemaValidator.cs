using System.Diagnostics;
using System.Text.Json.Nodes;
using TechPlan.Functions.OpenApi;

namespace TechPlan.Functions.Tests.OpenApi;

/// <summary>The served JSON Schema as senders use it: through a validator that knows nothing of the app (Ajv, of the repository's npm packages).</summary>
internal static class SchemaValidator
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "schema-errors.mjs");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>For each instance the pointers of what is wrong, in ordinal order. One run of Node.js for all.</summary>
    internal static async Task<string[][]> ErrorsAsync(IEnumerable<JsonNode> instances)
    {
        var input = new JsonObject
        {
            ["schema"] = JsonNode.Parse(ContractFiles.MiniGrantRequestSchema),
            ["instances"] = new JsonArray([.. instances.Select(instance => instance.DeepClone())]),
        };
        var output = JsonNode.Parse(await RunAsync(input.ToJsonString()))!.AsArray();
        return [.. output.Select(errors => errors!.AsArray().Select(error => (string)error!).ToArray())];
    }

    private static async Task<string> RunAsync(string input)
    {
        var start = new ProcessStartInfo("node", [Script]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEndAsync();
        var trouble = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(input);
        node.StandardInput.Close();
        await node.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(node.ExitCode == 0, $"Run npm ci if packages are missing. {await trouble}");
        return await output;
    }
}
