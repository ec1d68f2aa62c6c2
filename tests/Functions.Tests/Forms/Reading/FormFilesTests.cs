using System.Text;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Tests.Forms.Reading;

public sealed class FormFilesTests
{
    private static readonly byte[] CompoundHead = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly FormFiles _files = new([]);

    [Theory]
    [InlineData("89504E470D0A1A0A")]
    [InlineData("FFD8FFE000104A464946")]
    [InlineData("474946383961")]
    [InlineData("424D36000000")]
    [InlineData("49492A0008000000")]
    [InlineData("4D4D002A00000008")]
    [InlineData("5249464624000000574542505650382000")]
    [InlineData("0000001866747970686569630000000068656963")]
    public void A_picture_is_known_by_its_first_bytes(string hex) => Assert.Equal(UnreadableFile.Picture, Why(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("WordDocument", UnreadableFile.OldWord)]
    [InlineData("EncryptedPackage", UnreadableFile.Protected)]
    [InlineData("Workbook", UnreadableFile.OtherKind)]
    public void A_compound_file_is_known_by_its_streams(string stream, UnreadableFile why) =>
        Assert.Equal(why, Why([.. CompoundHead, .. new byte[1024], .. Encoding.Unicode.GetBytes(stream), .. new byte[64]]));

    [Fact]
    public void Anything_else_is_another_kind() => Assert.Equal(UnreadableFile.OtherKind, Why(@"{\rtf1 Lead school: School 044}"u8.ToArray()));

    [Fact]
    public void An_empty_file_is_a_damaged_one() => Assert.Equal(UnreadableFile.Damaged, Why([]));

    [Fact]
    public void A_file_larger_than_any_form_is_not_looked_into()
    {
        var files = new FormFiles([new Glutton()]);

        Assert.Equal(new FileReading.Unreadable(UnreadableFile.TooLarge), files.Read(new byte[FormFiles.MaxBytes + 1]));
        Assert.IsType<FileReading.Document>(files.Read(new byte[FormFiles.MaxBytes]));
    }

    private UnreadableFile Why(byte[] file) => Assert.IsType<FileReading.Unreadable>(_files.Read(file)).Why;

    private sealed class Glutton : IFormFileReader
    {
        public bool Takes(ReadOnlySpan<byte> file) => true;

        public FileReading Read(ReadOnlyMemory<byte> file) => new FileReading.Document(new FormDocument([]));
    }
}
