using System.Text.Json;
using System.Text.Json.Serialization;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Storage;

/// <summary>A mini-grant's id as its text.</summary>
internal sealed class MiniGrantIdConverter : JsonConverter<MiniGrantId>
{
    public override MiniGrantId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        MiniGrantId.TryParse(reader.GetString()) ?? throw new JsonException("The text is not a mini-grant's id.");

    public override void Write(Utf8JsonWriter writer, MiniGrantId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
