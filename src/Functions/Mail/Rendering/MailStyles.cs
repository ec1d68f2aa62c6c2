namespace TechPlan.Functions.Mail.Rendering;

/// <summary>
/// The look of a mail. Inline, because many mail programs drop style sheets; the sheet only adds what inline styles cannot say:
/// the dark colors. Every pair of colors has a contrast of at least 4.5.
/// </summary>
internal static class MailStyles
{
    public const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
    public const string Body = "margin:0;padding:0;background-color:#eef1f5;color:#1c2733;" + Font + "font-size:16px;line-height:1.5;-webkit-text-size-adjust:100%;";
    public const string Outer = "width:100%;border-collapse:collapse;background-color:#eef1f5;";
    public const string Card = "width:100%;max-width:600px;margin:0 auto;border-collapse:separate;background-color:#ffffff;border-top:4px solid #17507f;border-radius:4px;";
    public const string CardCell = "padding:20px 18px 22px;overflow-wrap:anywhere;word-break:break-word;";
    public const string First = "margin:0 0 8px;font-size:21px;line-height:1.3;font-weight:700;color:#10202f;text-wrap:balance;";
    public const string About = "margin:0 0 18px;font-size:14px;color:#4a5866;";
    public const string Paragraph = "margin:0 0 16px;text-wrap:pretty;";
    public const string Heading = "margin:22px 0 6px;font-size:15px;line-height:1.4;font-weight:700;color:#10202f;";
    public const string Attention = "margin:0 0 18px;padding:12px 14px;background-color:#fff3d1;border-left:4px solid #a66a00;color:#3d2c00;";
    public const string AttentionHeading = "margin:0 0 4px;font-size:15px;font-weight:700;color:#3d2c00;";
    public const string List = "margin:0;padding:0 0 0 18px;";
    public const string Quotation = "margin:0 0 16px;padding:4px 0 4px 14px;border-left:4px solid #9fb3c6;";
    public const string Line = "min-height:12px;";
    public const string ButtonTable = "border-collapse:separate;margin:4px 0 18px;";
    public const string ButtonCell = "background-color:#17507f;border-radius:4px;text-align:center;";
    public const string Button = "display:inline-block;padding:12px 22px;font-size:16px;line-height:1.3;font-weight:700;color:#ffffff;text-decoration:none;border-radius:4px;";
    public const string Link = "color:#17507f;text-decoration:underline;";
    public const string Facts = "width:100%;margin:0 0 16px;border-collapse:collapse;font-size:15px;line-height:1.4;";
    public const string Name = "width:29%;padding:7px 10px 7px 0;border-top:1px solid #d7dee6;text-align:left;vertical-align:top;font-weight:400;color:#4a5866;overflow-wrap:normal;word-break:normal;";
    public const string Value = "padding:7px 0;border-top:1px solid #d7dee6;text-align:left;vertical-align:top;overflow-wrap:anywhere;text-wrap:pretty;";
    public const string FooterCell = "padding:14px 18px 24px;font-size:13px;line-height:1.5;color:#4a5866;";
    public const string Footer = "margin:0 0 6px;";

    public const string Sheet = """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        @media (prefers-color-scheme: dark) {
          .page { background-color: #10151b !important; color: #e6ebf0 !important; }
          .card { background-color: #1b232c !important; border-top-color: #6fb1e6 !important; }
          .strong { color: #ffffff !important; }
          .quiet { color: #b3c0cc !important; }
          .rule { border-top-color: #3a4652 !important; }
          .attention, .attention h2 { background-color: #3a2f10 !important; color: #ffe7a8 !important; }
          .quotation { border-left-color: #5d7082 !important; }
          .button { background-color: #2b6ca3 !important; }
          .link { color: #8cc8f7 !important; }
        }
        """;
}
