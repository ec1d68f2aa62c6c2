using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using TechPlan.Functions.Intake;
using TechPlan.Functions.OpenApi;

namespace TechPlan.Functions.Tests.OpenApi;

/// <summary>The served contracts and the code say the same.</summary>
public sealed class ContractTests
{
    private static readonly JsonNode OpenApi = JsonNode.Parse(ContractFiles.OpenApi)!;
    private static readonly JsonNode Schema = JsonNode.Parse(ContractFiles.MiniGrantRequestSchema)!;

    [Fact]
    public void Every_route_for_programs_is_in_the_document_with_its_methods()
    {
        var routes = typeof(ContractFunctions).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .OfType<HttpTriggerAttribute>()
            .Where(trigger => IsForPrograms(trigger.Route!))
            .SelectMany(trigger => trigger.Methods!.Where(method => method != "head").Select(method => $"{method} /{trigger.Route}"));
        var documented = OpenApi["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key} {path.Key}"));

        Assert.Equal(routes.Order(), documented.Order());
    }

    [Fact]
    public void Every_reference_in_the_document_leads_somewhere()
    {
        var references = Descend(OpenApi).OfType<JsonObject>().Select(node => (string?)node["$ref"]).OfType<string>().Distinct();

        Assert.All(references, reference => Assert.True(
            reference == "/schemas/mini-grant-request.json" || OpenApi["components"]!["schemas"]![reference["#/components/schemas/".Length..]] is not null, reference));
    }

    [Theory]
    [InlineData("complete")]
    [InlineData("with-partners")]
    [InlineData("too-late")]
    public void The_samples_have_the_fields_of_the_schema_and_are_read_without_problems(string sample)
    {
        var content = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", sample + ".json"));

        Assert.Empty(RequestReader.Read(content, 30).Problems);
        AssertFits(JsonNode.Parse(content)!, Schema, "");
    }

    [Fact]
    public void The_reader_knows_every_field_of_the_schema_and_no_other()
    {
        var everything = Example(Schema);

        Assert.Empty(RequestReader.Read(Bytes(everything), 30).Problems);
        foreach (var part in Descend(everything).OfType<JsonObject>().ToList())
        {
            part["notInTheSchema"] = 1;
            Assert.Equal("unknown-field", Assert.Single(RequestReader.Read(Bytes(everything), 30).Problems).Code);
            part.Remove("notInTheSchema");
        }
    }

    private static bool IsForPrograms(string route) =>
        route.EndsWith(".json", StringComparison.Ordinal) || route.Split('/')[0] is "api" or "forms" or "webhooks" or "health";

    private static byte[] Bytes(JsonNode node) => System.Text.Encoding.UTF8.GetBytes(node.ToJsonString());

    private static void AssertFits(JsonNode value, JsonNode schema, string pointer)
    {
        if (value is JsonObject members && schema["properties"] is JsonObject properties)
        {
            Assert.All(schema["required"]!.AsArray(), name => Assert.True(members.ContainsKey((string)name!), $"{pointer}/{name} is missing"));
            foreach (var (name, member) in members)
            {
                Assert.True(properties.ContainsKey(name), $"{pointer}/{name} is not in the schema");
                if (member is not null)
                {
                    AssertFits(member, properties[name]!, $"{pointer}/{name}");
                }
            }
        }
    }

    /// <summary>A value with every field that the schema has.</summary>
    private static JsonNode Example(JsonNode schema)
    {
        if (schema["properties"] is JsonObject properties)
        {
            return new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Example(property.Value!))));
        }

        var type = schema["type"] is JsonArray types ? (string)types[0]! : (string?)schema["type"];
        return (type, (string?)schema["pattern"]) switch
        {
            ("array", _) => new JsonArray(Example(schema["items"]!)),
            ("integer", _) => 1,
            ("boolean", _) => true,
            (null, _) => (string)schema["enum"]![0]!,
            (_, { } pattern) => pattern.StartsWith("^20", StringComparison.Ordinal) ? "2099-11-04" : "15:30",
            _ => "text",
        };
    }

    private static IEnumerable<JsonNode> Descend(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(Descend).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Descend).Prepend(node),
        _ => [node],
    };
}
