namespace Research.Pipeline.Tests;

public class WriteFailureTests
{
    private const int NoSpace = 28;
    private const int ReadOnly = 30;

    private static readonly string Cache = Path.Combine(Path.GetTempPath(), "cache");
    private static readonly string File = Path.Combine(Cache, "results", "a");

    [Fact]
    public void A_full_disk_is_told_with_the_path_and_the_variable_that_moves_it() =>
        Assert.Equal(
            $"the disk is full: {File} could not be written; free space there, or set RESEARCH_CACHE to a folder on another disk.",
            Of(new IOException($"No space left on device : '{File}'", NoSpace))
        );

    [Fact]
    public void A_disk_that_can_only_be_read_is_told_likewise() =>
        Assert.Equal(
            $"{File} could not be written, as its disk can only be read; set RESEARCH_CACHE to a folder that can be written.",
            Of(new IOException($"Read-only file system : '{File}'", ReadOnly))
        );

    [Fact]
    public void A_cache_of_somebody_else_is_told_likewise() =>
        Assert.Equal(
            $"{File} cannot be read or written by this user; make it yours, or set RESEARCH_CACHE to a folder of your own.",
            Of(new UnauthorizedAccessException($"Access to the path '{File}' is denied."))
        );

    [Fact]
    public void A_cache_below_a_folder_that_cannot_be_made_is_told_with_the_variable()
    {
        string above = Path.GetDirectoryName(Path.GetDirectoryName(File))!;
        Assert.Contains(
            "or set RESEARCH_CACHE to a folder of your own",
            WriteFailure.Of(new UnauthorizedAccessException($"Access to the path '{above}' is denied."), File, null),
            StringComparison.Ordinal
        );
        Assert.Equal(
            $"{above} cannot be made; set RESEARCH_CACHE to a folder that can be written.",
            WriteFailure.Of(new FileNotFoundException($"Could not find file '{above}'."), File, null)
        );
        Assert.Null(WriteFailure.Of(new FileNotFoundException("Could not find file '/elsewhere/a'."), File, null));
        Assert.Null(WriteFailure.Of(new FileNotFoundException("Something is missing."), File, null));
    }

    [Fact]
    public void An_output_that_takes_no_more_is_not_the_cache() =>
        Assert.Equal(
            "the disk is full where the output goes: not all of it could be written.",
            Of(new IOException("No space left on device", NoSpace))
        );

    [Theory]
    [InlineData("shared", "RESEARCH_SHARED_CACHE")]
    [InlineData("scratch", "T")] // TMPDIR, or TEMP on Windows
    public void Each_place_has_its_own_variable(string folder, string variable) =>
        Assert.Contains(
            $"or set {variable}",
            Of(new IOException($"No space left on device : '{Path.Combine(Path.GetTempPath(), folder, "a")}'", NoSpace)),
            StringComparison.Ordinal
        );

    // The framework says "The file '…' already exists." or "Not a directory", which helps nobody.
    [Theory]
    [InlineData("")]
    [InlineData("results/objects")]
    public void A_file_in_the_place_of_the_cache_is_told_with_the_variable(string below)
    {
        string file = Path.GetTempFileName();
        try
        {
            IOException error = Assert.ThrowsAny<IOException>(() => Directory.CreateDirectory(Path.Combine(file, below)));
            Assert.Equal(
                $"{file} is a file, where a folder is needed; move it away, or set RESEARCH_CACHE to a folder.",
                WriteFailure.Of(error, file, null)
            );
        }
        finally
        {
            System.IO.File.Delete(file);
        }
    }

    [Fact]
    public void What_no_variable_moves_is_told_without_one() =>
        Assert.Equal(
            "the disk is full: /checkout/artifacts/a could not be written; free space there.",
            Of(new IOException("No space left on device : '/checkout/artifacts/a'", NoSpace))
        );

    [Fact]
    public void A_folder_whose_name_begins_alike_is_another() =>
        Assert.DoesNotContain(
            "RESEARCH_CACHE",
            Of(new IOException($"No space left on device : '{Cache}-old/a'", NoSpace)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Other_errors_keep_their_own_words()
    {
        Assert.Null(Of(new IOException($"The pipe '{File}' is broken.")));
        Assert.Null(Of(new UnauthorizedAccessException("Access to the path '/etc/shadow' is denied.")));
    }

    private static string? Of(Exception error) => WriteFailure.Of(error, Cache, Path.Combine(Path.GetTempPath(), "shared"));
}
