namespace SendGrid.Helpers.Errors.Model;

/// <summary>The first error of an answer; SendGrid may list more.</summary>
public class SendGridErrorResponse
{
    public int ErrorHttpStatusCode { get; set; }

    public string? ErrorReasonPhrase { get; set; }

    public string? SendGridErrorMessage { get; set; }

    public string? FieldWithError { get; set; }

    public string? HelpLink { get; set; }
}
