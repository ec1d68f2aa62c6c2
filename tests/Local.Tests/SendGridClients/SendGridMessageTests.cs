using System.Text.Json.Nodes;
using SendGrid.Helpers.Mail;

namespace TechPlan.Local.Tests.SendGridClients;

public sealed class SendGridMessageTests
{
    [Fact]
    public void The_wire_format_is_that_of_the_web_api()
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress("office@example.org", "Learning Technologies"),
            ReplyTo = new EmailAddress("help@example.org"),
            Subject = "Session",
            PlainTextContent = "text",
            HtmlContent = "html",
            Headers = new() { ["Auto-Submitted"] = "auto-generated" },
            Categories = ["mini-grant"],
            CustomArgs = new() { ["notice"] = "n1" },
            Personalizations = [new Personalization { Tos = [new EmailAddress("a@example.org", "A")], Substitutions = new() { ["-n-"] = "A" } }],
        };
        message.SetSandBoxMode(true);
        message.SetClickTracking(false, false);

        var expected = """
            {
              "from": { "name": "Learning Technologies", "email": "office@example.org" },
              "subject": "Session",
              "personalizations": [{ "to": [{ "name": "A", "email": "a@example.org" }], "substitutions": { "-n-": "A" } }],
              "content": [{ "type": "text/plain", "value": "text" }, { "type": "text/html", "value": "html" }],
              "headers": { "Auto-Submitted": "auto-generated" },
              "categories": ["mini-grant"],
              "custom_args": { "notice": "n1" },
              "mail_settings": { "sandbox_mode": { "enable": true } },
              "tracking_settings": { "click_tracking": { "enable": false, "enable_text": false } },
              "reply_to": { "email": "help@example.org" }
            }
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(message.Serialize())), message.Serialize());
    }

    [Fact]
    public void An_address_stands_once_in_a_list_whatever_its_case()
    {
        var message = new SendGridMessage
        {
            Personalizations = [new Personalization { Tos = [new EmailAddress("a@example.org"), new EmailAddress("A@EXAMPLE.org", "A")] }],
        };

        Assert.Equal("""{"personalizations":[{"to":[{"email":"a@example.org"}]}]}""", message.Serialize());
    }

    [Fact]
    public void Letters_of_any_script_stay_and_markup_is_escaped()
    {
        var json = new SendGridMessage { Subject = "Größe 東 <b>" }.Serialize();

        Assert.Equal("""{"subject":"Größe 東 \u003Cb\u003E"}""", json);
    }
}
