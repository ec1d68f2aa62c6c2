using System.Security.Cryptography;
using System.Text;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace TechPlan.Local.Tests.Mail.Incoming;

public sealed class AttachmentTests
{
    private static readonly byte[] Form = Encoding.UTF8.GetBytes("the form");

    [Fact]
    public async Task Files_are_listed_with_their_kinds_and_contents()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync(Letters.WithFiles(
            ("Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document; name=a.docx\r\nContent-Disposition: attachment; filename*=utf-8''F%C3%B6rderung.docx", Form),
            ("Content-Type: image/png\r\nContent-ID: <logo@x>\r\nContent-Disposition: inline; filename=logo.png", [1, 2, 3])));

        var message = (await app.Graph.Users[Letters.Intake].Messages[arrived.Id].GetAsync())!;
        var files = (await app.Graph.Users[Letters.Intake].Messages[arrived.Id].Attachments.GetAsync())!.Value!.Cast<FileAttachment>().ToList();

        Assert.True(message.HasAttachments);
        Assert.Equal(("Förderung.docx", false, 8), (files[0].Name, files[0].IsInline, files[0].Size));
        Assert.Equal(Form, files[0].ContentBytes);
        Assert.Equal(("logo.png", true, "logo@x", "image/png"), (files[1].Name, files[1].IsInline, files[1].ContentId, files[1].ContentType));
    }

    [Fact]
    public async Task Only_what_is_selected_is_listed()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync(Letters.WithFiles(("Content-Type: application/pdf; name=a.pdf", Form)));

        var file = (FileAttachment)(await app.Graph.Users[Letters.Intake].Messages[arrived.Id].Attachments.GetAsync(request =>
            request.QueryParameters.Select = ["id", "name", "size"]))!.Value![0];

        Assert.Equal(("a.pdf", 8), (file.Name, file.Size));
        Assert.Null(file.ContentBytes);
        Assert.Null(file.ContentType);
    }

    [Fact]
    public async Task One_is_read_by_its_id_and_its_bytes_by_value()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync(Letters.WithFiles(("Content-Type: application/pdf; name=a.pdf", Form)));
        var id = (await app.Graph.Users[Letters.Intake].Messages[arrived.Id].Attachments.GetAsync())!.Value![0].Id!;

        var file = (FileAttachment)(await app.Graph.Users[Letters.Intake].Messages[arrived.Id].Attachments[id].GetAsync())!;

        Assert.Equal(Form, file.ContentBytes);
        Assert.Equal(Form, await app.Http.GetByteArrayAsync(Address(arrived.Id, id)));
    }

    [Fact]
    public async Task A_mail_in_the_mail_is_an_item_and_its_value_a_mail()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync("From: a@example.org\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nSee below\n--B\nContent-Type: message/rfc822\n\nFrom: b@example.org\nSubject: Inner\n\nThe form\n--B--\n");

        var item = Assert.IsType<ItemAttachment>((await app.Graph.Users[Letters.Intake].Messages[arrived.Id].Attachments.GetAsync())!.Value!.Single());

        Assert.Equal("Inner", item.Name);
        Assert.Equal("From: b@example.org\nSubject: Inner\n\nThe form", await app.Http.GetStringAsync(Address(arrived.Id, item.Id!)));
    }

    [Fact]
    public async Task A_file_that_lies_elsewhere_has_no_value()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync("From: a@example.org\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: message/external-body; access-type=URL; URL=\"https://files.example.org/form.docx\"; name=form.docx\n\n--B--\n");

        var reference = Assert.IsType<ReferenceAttachment>((await app.Graph.Users[Letters.Intake].Messages[arrived.Id].Attachments.GetAsync())!.Value!.Single());
        using var response = await app.Http.GetAsync(Address(arrived.Id, reference.Id!));

        Assert.Equal("form.docx", reference.Name);
        Assert.Equal(405, (int)response.StatusCode);
    }

    [Fact]
    public async Task Thirty_megabytes_come_in_and_are_read()
    {
        await using var app = await MailApp.StartAsync();
        var content = RandomNumberGenerator.GetBytes(22 * 1024 * 1024);
        var arrived = await app.DeliverAsync(Letters.WithFiles(("Content-Type: application/pdf; name=scan.pdf", content)));

        var listed = (FileAttachment)(await app.Graph.Users[Letters.Intake].Messages[arrived.Id].Attachments.GetAsync())!.Value![0];

        Assert.Null(listed.ContentBytes);
        Assert.Equal(content.Length, listed.Size);
        Assert.Equal(content, await app.Http.GetByteArrayAsync(Address(arrived.Id, listed.Id!)));
    }

    [Fact]
    public async Task More_than_a_mailbox_takes_is_refused()
    {
        await using var app = await MailApp.StartAsync();

        using var response = await app.PostMailAsync(new byte[40 * 1024 * 1024]);

        Assert.Equal(413, (int)response.StatusCode);
    }

    [Fact]
    public async Task One_that_is_not_there_is_not_found()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync(Letters.Plain());

        var error = await Assert.ThrowsAsync<ODataError>(() => app.Graph.Users[Letters.Intake].Messages[arrived.Id].Attachments["nothing"].GetAsync());

        Assert.Equal(404, error.ResponseStatusCode);
    }

    private static string Address(string message, string attachment) =>
        $"/local/graph/v1.0/users/{Letters.Intake}/messages/{message}/attachments/{attachment}/$value";
}
