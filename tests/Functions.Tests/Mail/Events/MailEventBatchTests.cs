using System.Text;
using TechPlan.Functions.Mail.Events;

namespace TechPlan.Functions.Tests.Mail.Events;

public sealed class MailEventBatchTests
{
    private const string Sound = """{"event":"delivered","email":"a@example.org","timestamp":1790000000,"sg_event_id":"e1","mail":"MG-7KQ4D-2M9XA.000003.00.0"}""";

    [Theory]
    [InlineData("delivered", DeliveryState.Delivered)]
    [InlineData("deferred", DeliveryState.Deferred)]
    [InlineData("bounce", DeliveryState.Bounced)]
    [InlineData("dropped", DeliveryState.Withheld)]
    [InlineData("spamreport", DeliveryState.SpamReported)]
    public void Each_kind_has_its_state(string kind, DeliveryState state) =>
        Assert.Equal(state, Assert.Single(Read(Sound.Replace("delivered", kind, StringComparison.Ordinal)).Events).Progress.State);

    [Theory]
    [InlineData("\"category\":\"newuser\"")]
    [InlineData("\"category\":[\"newuser\",\"transactional\"]")]
    [InlineData("\"attempt\":\"5\"")]
    [InlineData("\"attempt\":5")]
    [InlineData("\"response\":null")]
    [InlineData("\"tls\":1,\"something\":{\"new\":[true]}")]
    [InlineData("\"ip\":\"\\ud800\"")]
    public void What_is_not_needed_may_have_any_shape(string member) =>
        Assert.Single(Read(Sound.Replace("{", "{" + member + ",", StringComparison.Ordinal)).Events);

    [Fact]
    public void A_timestamp_may_be_a_text() =>
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000000), Assert.Single(Read(Sound.Replace("1790000000", "\"1790000000\"", StringComparison.Ordinal)).Events).Progress.At);

    [Theory]
    [InlineData("\"event\":\"processed\"")]
    [InlineData("\"event\":\"open\"")]
    [InlineData("\"event\":\"group_unsubscribe\"")]
    [InlineData("\"event\":\"something_new\"")]
    public void Other_kinds_are_ignored(string kind) => Assert.Equal((0, 1, 0), Count(Sound.Replace("\"event\":\"delivered\"", kind, StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("newsletter-7")]
    [InlineData("MG-7KQ4D-2M9XA.000003.00")]
    [InlineData("MG-7KQ4D-2M9XA.3.0.0")]
    [InlineData("MG-7KQ4D-2M9XA.00000x.00.0")]
    [InlineData("draft-1.000003.00.0")]
    public void Mails_of_another_sender_are_ignored(string mail) =>
        Assert.Equal((0, 1, 0), Count(Sound.Replace("MG-7KQ4D-2M9XA.000003.00.0", mail, StringComparison.Ordinal)));

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"event\":1}")]
    [InlineData("{\"event\":\"\\udfff\"}")]
    public void What_is_no_event_is_counted(string item) => Assert.Equal((1, 0, 1), Count(Sound + "," + item));

    [Theory]
    [InlineData("a@example.org", "nobody")]
    [InlineData("a@example.org", "a@example.org\\r\\nBcc: b@example.org")]
    [InlineData("e1", "")]
    [InlineData("1790000000", "-5")]
    [InlineData("1790000000", "1.5")]
    [InlineData("1790000000", "99999999999999999999999")]
    [InlineData("1790000000", "253402300800")]
    public void An_event_without_what_is_needed_is_counted(string from, string to) => Assert.Equal((0, 0, 1), Count(Sound.Replace(from, to, StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("\"events\"")]
    public void What_is_no_array_is_no_batch(string body) => Assert.Null(MailEventBatch.Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Brackets_without_end_are_no_batch() => Assert.Null(MailEventBatch.Read(Encoding.UTF8.GetBytes(new string('[', 100_000))));

    [Theory]
    [InlineData("dropped", "\"reason\":\"Bounced Address\"", "suppressed-after-bounce")]
    [InlineData("dropped", "\"reason\":\"Spam Reporting Address\"", "suppressed-after-spam-report")]
    [InlineData("dropped", "\"reason\":\"Unsubscribed Address\"", "suppressed-unsubscribed")]
    [InlineData("dropped", "\"reason\":\"Invalid\"", "not-an-address")]
    [InlineData("dropped", "\"reason\":\"Dear a@example.org, no\"", null)]
    [InlineData("bounce", "\"type\":\"blocked\",\"status\":\"5.7.1\"", "blocked")]
    [InlineData("bounce", "\"type\":\"bounce\",\"status\":\"5.1.1\",\"reason\":\"550 5.1.1 a@example.org\"", "5.1.1")]
    [InlineData("bounce", "\"status\":\"5.1.1 a@example.org\"", null)]
    [InlineData("deferred", "\"status\":\"4.2.2\",\"response\":\"mailbox of a@example.org is full\"", "4.2.2")]
    public void Only_codes_are_kept_of_reasons(string kind, string members, string? reason) => Assert.Equal(
        reason, Assert.Single(Read(Sound.Replace("delivered", kind, StringComparison.Ordinal).Replace("{", "{" + members + ",", StringComparison.Ordinal)).Events).Progress.Reason);

    [Fact]
    public void Ten_thousand_mutations_of_a_post_are_read_without_an_exception()
    {
        var random = new Random(7);
        var body = Encoding.UTF8.GetBytes($"[{Sound},{Sound.Replace("delivered", "bounce", StringComparison.Ordinal)}]");
        for (var i = 0; i < 10_000; i++)
        {
            var mutated = (byte[])body.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            }

            _ = MailEventBatch.Read(mutated.AsMemory(0, random.Next(mutated.Length / 2, mutated.Length + 1)));
        }
    }

    private static (int Events, int Ignored, int Malformed) Count(string items)
    {
        var batch = Read(items);
        return (batch.Events.Length, batch.Ignored, batch.Malformed);
    }

    private static MailEventBatch Read(string items) => MailEventBatch.Read(Encoding.UTF8.GetBytes($"[{items}]"))!;
}
