using Research.Numerics;
using Research.Pipeline.Store.Remote;

namespace Research.Pipeline.Tests.Store.Remote;

public sealed class SigningKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    private string KeyFile => Path.Combine(_folder, "key.pem");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_key_is_read_back_and_its_owner_alone_may_read_the_file()
    {
        using var key = SigningKey.New();
        key.Write(KeyFile);
        using var read = SigningKey.Read(KeyFile);
        Assert.Equal(key.Id, read.Id);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        }
    }

    [Fact]
    public void A_key_is_never_overwritten()
    {
        using var key = SigningKey.New();
        key.Write(KeyFile);
        Assert.Contains(
            "never overwritten",
            Assert.Throws<ResearchException>(() => key.Write(KeyFile)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(null, "no such file")]
    [InlineData("nonsense", "holds no private key")]
    public void A_file_without_a_key_is_told(string? text, string told)
    {
        if (text is not null)
        {
            File.WriteAllText(KeyFile, text);
        }

        Assert.Contains(told, Assert.Throws<ResearchException>(() => SigningKey.Read(KeyFile)).Message, StringComparison.Ordinal);
    }
}
