using Azure;

namespace TechPlan.Local.Tables.Http;

/// <summary>The answer "there is no such row".</summary>
internal sealed class AbsentEntity<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("The row was not found; ask HasValue before Value.");

    public override Response GetRawResponse() => response;
}
