using Research.Numerics;

namespace Research.Pipeline.Tests;

public sealed class CataloguesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    private string Catalogue => Path.Combine(_folder, "Mine.dll");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Copies_of_our_assemblies_may_lie_beside_a_catalogue()
    {
        File.Copy(Own("Research.Numerics.dll"), Path.Combine(_folder, "Research.Numerics.dll"));
        Assert.Empty(Catalogues.OtherThanOurs(Catalogue));
        Assert.Empty(Catalogues.OtherThanOurs(Own("Research.Pipeline.Tests.dll")));
    }

    [Fact]
    public void Another_version_of_our_assemblies_beside_a_catalogue_is_refused_by_name()
    {
        File.WriteAllBytes(Catalogue, []);
        File.WriteAllBytes(
            Path.Combine(_folder, "Research.Numerics.dll"),
            [.. File.ReadAllBytes(Own("Research.Numerics.dll")), 0]
        );
        File.WriteAllBytes(Path.Combine(_folder, "Research.Mine.dll"), []); // this program has none of that name
        Assert.Equal(["Research.Numerics"], Catalogues.OtherThanOurs(Catalogue));
        var error = Assert.Throws<ResearchException>(() => Catalogues.Load(Catalogue));
        Assert.Contains("other versions of Research.Numerics than this program has", error.Message, StringComparison.Ordinal);
    }

    private static string Own(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
