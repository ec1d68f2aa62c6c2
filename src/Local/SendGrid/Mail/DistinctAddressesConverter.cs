using System.Text.Json;
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>SendGrid refuses an address that stands twice in a list, so each is written once.</summary>
internal sealed class DistinctAddressesConverter : JsonConverter<List<EmailAddress>>
{
    public override List<EmailAddress>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<EmailAddress[]>(ref reader, options)?.ToList();

    public override void Write(Utf8JsonWriter writer, List<EmailAddress> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Distinct(), options);
}
