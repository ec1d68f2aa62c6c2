using TechPlan.Functions.Tests.Mail;

namespace TechPlan.Functions.Tests.Mailbox;

public sealed class MailboxSettingsTests
{
    private const string Secret = "one-secret-of-our-own";

    [Theory]
    [InlineData("Production", "TechPlan:Mailbox:Address", "nobody")]
    [InlineData("Production", "TechPlan:Mailbox:ClientState", "")]
    [InlineData("Production", "TechPlan:Mailbox:ClientState", "short")]
    [InlineData("Production", "TechPlan:Mailbox:ClientState", "techplan-local-only-client-state")]
    [InlineData("Production", "TechPlan:Mailbox:ClientState", "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/mailbox)")]
    [InlineData("Production", "TechPlan:Mailbox:ProcessedFolder", " ")]
    [InlineData("Production", "TechPlan:Mailbox:NeedsAttentionFolder", "processed")]
    [InlineData("Production", "TechPlan:Mailbox:SubscriptionMinutes", "10080")]
    [InlineData("Local", "TechPlan:Graph:Enabled", "false")]
    public void A_wrong_setting_stops_the_app_and_is_named(string environment, string key, string value)
    {
        var problem = Assert.ThrowsAny<Exception>(() => MailSettings.Check(
            environment, ("TechPlan:Mailbox:Address", "mini-grants@example.org"), ("TechPlan:Mailbox:ClientState", Secret), (key, value)));

        Assert.Contains(key.Split(':')[^1], problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_client_state_is_as_long_as_Graph_takes_it(int length, bool isRight)
    {
        var problem = Record.Exception(() => MailSettings.Check(
            "Production", ("TechPlan:Mailbox:Address", "mini-grants@example.org"), ("TechPlan:Mailbox:ClientState", new string('x', length))));

        Assert.Equal(isRight, problem is null);
    }
}
