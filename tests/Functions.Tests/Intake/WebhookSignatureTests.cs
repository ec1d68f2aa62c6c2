using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Setup;
using TechPlan.Functions.Tests.Support;
using TechPlan.Local;

namespace TechPlan.Functions.Tests.Intake;

public sealed class WebhookSignatureTests
{
    private const string Other = "whsec_b3RoZXItc2VjcmV0LW9mLWVub3VnaC1ieXRlcw==";

    private static readonly byte[] Body = "{}"u8.ToArray();
    private static readonly DateTimeOffset Now = new(2099, 9, 8, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_specification_s_own_example_is_accepted()
    {
        var headers = new HeaderDictionary
        {
            ["webhook-id"] = "msg_p5jXN8AQM9LWM0D4loKWxJek",
            ["webhook-timestamp"] = "1614265330",
            ["webhook-signature"] = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        };

        var id = Check(DateTimeOffset.FromUnixTimeSeconds(1614265330), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").Verify(headers, "{\"test\": 2432232314}"u8);

        Assert.Equal("msg_p5jXN8AQM9LWM0D4loKWxJek", id);
    }

    [Fact]
    public void Either_of_two_secrets_may_sign()
    {
        var check = Check(Now, TestSettings.Secret, Other);

        Assert.Equal("msg_1", check.Verify(WebhookForms.Sign(Body, "msg_1", Now), Body));
        Assert.Equal("msg_1", check.Verify(WebhookForms.Sign(Body, "msg_1", Now, Other), Body));
    }

    [Fact]
    public void One_of_several_signatures_is_enough()
    {
        var headers = WebhookForms.Sign(Body, "msg_1", Now);
        headers["webhook-signature"] = $"v1,AAAA v1a,c29tZXRoaW5n {headers["webhook-signature"]} v2,xyz";

        Assert.Equal("msg_1", Check(Now).Verify(headers, Body));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-299, true)]
    [InlineData(299, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void Five_minutes_are_tolerated(int seconds, bool accepted)
    {
        Assert.Equal(accepted, Check(Now).Verify(WebhookForms.Sign(Body, "msg_1", Now.AddSeconds(seconds)), Body) is not null);
    }

    [Fact]
    public void The_machine_s_clock_counts_when_the_app_s_was_moved()
    {
        Assert.NotNull(Check(Now).Verify(WebhookForms.Sign(Body, "msg_1", TimeProvider.System.GetUtcNow()), Body));
    }

    [Fact]
    public void Another_body_another_id_or_another_secret_is_refused()
    {
        Assert.Null(Check(Now).Verify(WebhookForms.Sign(Body, "msg_1", Now), "{ }"u8));
        Assert.Null(Check(Now).Verify(WebhookForms.Sign(Body, "msg_1", Now, Other), Body));

        var headers = WebhookForms.Sign(Body, "msg_1", Now);
        headers["webhook-id"] = "msg_2";
        Assert.Null(Check(Now).Verify(headers, Body));
    }

    [Theory]
    [InlineData("webhook-id", "")]
    [InlineData("webhook-id", "a b")]
    [InlineData("webhook-id", "a.1")]
    [InlineData("webhook-timestamp", "")]
    [InlineData("webhook-timestamp", "soon")]
    [InlineData("webhook-timestamp", "-1")]
    [InlineData("webhook-timestamp", "99999999999999999999")]
    [InlineData("webhook-timestamp", "999999999999999999")]
    [InlineData("webhook-signature", "")]
    [InlineData("webhook-signature", "v1,")]
    [InlineData("webhook-signature", "v1,%%%")]
    public void A_header_that_is_not_in_order_is_refused(string header, string value)
    {
        var headers = WebhookForms.Sign(Body, "msg_1", Now);
        headers[header] = value;

        Assert.Null(Check(Now).Verify(headers, Body));
    }

    [Fact]
    public void An_id_of_any_length_would_fill_the_tables_so_it_is_refused()
    {
        Assert.Null(Check(Now).Verify(WebhookForms.Sign(Body, new string('x', 257), Now), Body));
    }

    private static WebhookSignature Check(DateTimeOffset now, params string[] secrets)
    {
        var clock = new LocalClock();
        clock.FreezeAt(now);
        var options = new FormWebhookOptions { Secrets = secrets.Length > 0 ? secrets : [TestSettings.Secret] };
        return new WebhookSignature(Options.Create(options), now < TimeProvider.System.GetUtcNow() ? new PastClock(now) : clock);
    }

    /// <summary>The local clock never goes back, but the specification's example lies in the past.</summary>
    private sealed class PastClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
