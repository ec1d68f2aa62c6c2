using System.Text;
using Microsoft.AspNetCore.Http;
using TechPlan.Functions.Mail.Webhooks;
using TechPlan.Local;

namespace TechPlan.Functions.Tests.Mail.Events;

public sealed class SendGridSignatureTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2099, 9, 8, 15, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("[{\"email\":\"hello@world.com\",\"event\":\"dropped\",\"reason\":\"Bounced Address\"}]\r\n");

    private readonly SendGridKey _key = new();
    private readonly LocalClock _clock = new();

    public SendGridSignatureTests() => _clock.FreezeAt(Now);

    public void Dispose() => _key.Dispose();

    /// <summary>Made once with OpenSSL, so that signing and checking here cannot share a mistake.</summary>
    [Fact]
    public void A_signature_made_by_another_program_is_good()
    {
        const string publicKey = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1viYmIhXG3uO4Rmadp+bgacVXvmSdpXRGqCPQPrHmXF+qXtg/gtQCJ3k2VRaPy51kJdTIhCjYDUvqko+gToDiA==";
        var headers = new HeaderDictionary
        {
            [SendGridSignature.TimestampHeader] = "4092562800",
            [SendGridSignature.SignatureHeader] = "MEUCIFk31lC5Dqw2nym1bFvYYtWB+/8GY4N/ULg58nZHTwLqAiEAqAM7FSVl/2asH7vggtIxr4JgVUflxqeCOUuyelnY41M=",
        };

        Assert.True(Signature(publicKey).Verify(headers, Body));
    }

    [Fact]
    public void The_line_break_at_the_end_is_signed_as_well()
    {
        var headers = _key.Sign(Body, Now);

        Assert.True(Signature(_key.Public).Verify(headers, Body));
        Assert.False(Signature(_key.Public).Verify(headers, Body.AsSpan(..^2)));
    }

    [Fact]
    public void Any_of_the_keys_may_sign()
    {
        using var old = new SendGridKey();

        Assert.True(Signature(_key.Public, old.Public).Verify(old.Sign(Body, Now), Body));
        Assert.False(Signature(_key.Public).Verify(old.Sign(Body, Now), Body));
    }

    [Fact]
    public void The_timestamp_is_signed_as_well()
    {
        var headers = _key.Sign(Body, Now);
        headers[SendGridSignature.TimestampHeader] = "4092562801";

        Assert.False(Signature(_key.Public).Verify(headers, Body));
    }

    [Theory]
    [InlineData(-25 * 60, true)]
    [InlineData(-27 * 60, false)]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public void A_post_of_the_last_day_counts_and_none_from_the_future(int minutes, bool expected) =>
        Assert.Equal(expected, Signature(_key.Public).Verify(_key.Sign(Body, Now.AddMinutes(minutes)), Body));

    [Fact]
    public void The_machines_own_clock_counts_when_the_apps_was_moved() =>
        Assert.True(Signature(_key.Public).Verify(_key.Sign(Body, TimeProvider.System.GetUtcNow()), Body));

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("AAAA")]
    [InlineData("MEUCIQ==")]
    public void What_is_no_signature_is_refused(string signature)
    {
        var headers = _key.Sign(Body, Now);
        headers[SendGridSignature.SignatureHeader] = signature;

        Assert.False(Signature(_key.Public).Verify(headers, Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("253402300800")]
    [InlineData("today")]
    public void What_is_no_timestamp_is_refused(string timestamp)
    {
        var headers = _key.Sign(Body, Now);
        headers[SendGridSignature.TimestampHeader] = timestamp;

        Assert.False(Signature(_key.Public).MayBeSigned(headers));
        Assert.False(Signature(_key.Public).Verify(headers, Body));
    }

    private SendGridSignature Signature(params string[] keys) => new(keys, TimeSpan.FromHours(26), _clock);
}
