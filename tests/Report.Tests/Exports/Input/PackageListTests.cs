using Research.Numerics;
using Research.Report.Exports.Input;
using Research.Tests;

namespace Research.Report.Tests.Exports.Input;

public class PackageListTests
{
    [Fact]
    public void A_package_has_the_hash_and_the_needs_of_the_lock_files()
    {
        Package package = PackageList.Of(TinyCheckout.Make()).Single(found => found.Name == "DiffPlex");
        Assert.Equal("AAAA", package.ContentHash);
        Assert.Equal(["NETStandard.Library/1.6.1"], package.Needs);
        Assert.Equal("pkg:nuget/DiffPlex@1.4.4", package.Url);
    }

    [Fact]
    public void Each_package_of_the_program_and_of_the_tests_has_a_hash_but_what_is_downloaded_without_a_lock()
    {
        IReadOnlyList<Package> packages = PackageList.Of(RealData.Repository());
        Assert.Equal(
            ["Cake.Tool"],
            packages.Where(package => package.UsedBy != "tool" && package.ContentHash.Length == 0).Select(package => package.Name)
        );
    }

    [Fact]
    public void A_lock_file_of_another_build_which_is_not_committed_is_passed_over()
    {
        string root = TinyCheckout.Make();
        string folder = Directory.CreateDirectory(Path.Combine(root, "src", "Cli", "obj", "mutation")).FullName;
        File.WriteAllText(Path.Combine(folder, "packages.lock.json"), "[]");
        Assert.NotEmpty(PackageList.Of(root));
    }

    [Fact]
    public void A_lock_file_that_is_none_is_told()
    {
        string root = TinyCheckout.Make();
        string file = Path.Combine(root, "src", "Cli", "packages.lock.json");
        File.WriteAllText(file, "[]");
        Assert.StartsWith(
            $"{file} is no lock file of packages",
            Assert.Throws<ResearchException>(() => PackageList.Of(root)).Message,
            StringComparison.Ordinal
        );
    }
}
