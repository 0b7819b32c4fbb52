using Research.Pipeline.Closures;

namespace Research.Pipeline.Tests.Closures;

public sealed class CompilerOutputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_program_that_runs_from_prepared_images_is_known_by_what_the_compiler_wrote()
    {
        string written = Write("Mine.dll");
        string prepared = Write("ready/Mine.dll");
        using var code = new OwnCode(prepared);
        Assert.Contains(written, code.Files());
        Assert.DoesNotContain(prepared, code.Files());
        Assert.DoesNotContain(Path.GetDirectoryName(prepared), code.Folders);
    }

    [Fact]
    public void A_folder_of_that_name_with_nothing_of_the_compilers_above_it_is_a_folder_like_others()
    {
        string alone = Write("ready/Mine.dll");
        Assert.Equal(alone, CompilerOutput.Of(alone));
    }

    [Fact]
    public void A_file_in_another_folder_is_itself()
    {
        Write("Mine.dll");
        string other = Write("other/Mine.dll");
        Assert.Equal(other, CompilerOutput.Of(other));
    }

    private string Write(string path)
    {
        string file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, path);
        return file;
    }
}
