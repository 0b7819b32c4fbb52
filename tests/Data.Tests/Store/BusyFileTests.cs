using Research.Data.Store;

namespace Research.Data.Tests.Store;

public class BusyFileTests
{
    private const int Sharing = unchecked((int)0x80070020);

    [Fact]
    public void A_file_that_somebody_has_open_for_a_moment_is_replaced_once_it_is_free()
    {
        var pauses = new List<int>();
        int tries = 0;
        BusyFile.Retry(
            () =>
            {
                if (++tries == 1)
                {
                    throw new IOException("another process has it open", Sharing);
                }

                if (tries == 2)
                {
                    throw new UnauthorizedAccessException("the old one is on its way out");
                }
            },
            pauses.Add
        );
        Assert.Equal(3, tries);
        Assert.Equal([1, 2], pauses);
    }

    [Fact]
    public void After_about_a_second_the_error_is_told()
    {
        var pauses = new List<int>();
        IOException error = Assert.Throws<IOException>(() =>
            BusyFile.Retry(() => throw new IOException("still open", Sharing), pauses.Add)
        );
        Assert.Equal("still open", error.Message);
        Assert.Equal(1023, pauses.Sum());
    }

    [Fact]
    public void Another_error_is_told_at_once() =>
        Assert.Throws<FileNotFoundException>(() =>
            BusyFile.Retry(() => throw new FileNotFoundException("gone"), _ => Assert.Fail("nothing to wait for"))
        );

    [Fact]
    public void A_file_that_is_being_read_is_replaced()
    {
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        string path = Path.Combine(folder, "file.txt");
        AtomicFile.Write(path, "first");
        using (FileStream reader = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            AtomicFile.Write(path, "second");
            Assert.Equal('f', reader.ReadByte());
        }

        Assert.Equal("second", File.ReadAllText(path));
        Directory.Delete(folder, recursive: true);
    }
}
