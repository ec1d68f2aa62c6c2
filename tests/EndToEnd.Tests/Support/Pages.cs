namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>Posts the pages' forms as a browser does.</summary>
internal static class Pages
{
    public static Task<HttpResponseMessage> PostAsync(this RunningApp app, Uri page, params (string Name, string Value)[] fields) =>
        app.Http.PostAsync(page, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public static Task<HttpResponseMessage> RegisterAsync(this RunningApp app, string id, int nth) =>
        app.PostAsync(new Uri(app.Address, $"/enroll/{id}"), ("name", $"Teacher {nth}"), ("email", $"teacher{nth}.{id}@example.org"), ("school", "School 012"));
}
