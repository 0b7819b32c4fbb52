using System.Text;
using Research.Pipeline.Closures;

namespace Research.Pipeline.Tests.Closures;

/// <summary>What is the framework's in a self-contained program; the whole is tried by tests/Platforms/check.sh.</summary>
public class BundledFrameworkTests
{
    [Fact]
    public void The_runtime_pack_of_a_self_contained_program_is_framework_and_packages_beside_it_are_not()
    {
        const string Dependencies = """
            {
              "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0/linux-arm64", "signature": "" },
              "targets": {
                ".NETCoreApp,Version=v10.0": {},
                ".NETCoreApp,Version=v10.0/linux-arm64": {
                  "research/0.1.0": { "dependencies": { "CsvHelper": "33.0.0" }, "runtime": { "research.dll": {} } },
                  "runtimepack.Microsoft.NETCore.App.Runtime.linux-arm64/10.0.12": {
                    "runtime": { "System.Runtime.dll": { "assemblyVersion": "10.0.0.0" }, "System.Text.Json.dll": {} },
                    "native": { "libcoreclr.so": {} }
                  },
                  "CsvHelper/33.0.0": { "runtime": { "lib/net8.0/CsvHelper.dll": {} } }
                }
              }
            }
            """;
        Assert.Equal(["System.Runtime", "System.Text.Json"], BundledFramework.NamesIn(Encoding.UTF8.GetBytes(Dependencies)));
    }

    [Fact]
    public void What_came_with_the_framework_is_no_package_though_it_lies_among_ours()
    {
        using var code = new OwnCode(typeof(BundledFrameworkTests).Assembly.Location, name => name == "Mono.Cecil");
        Assert.Null(code.PackageFile("Mono.Cecil"));
        Assert.False(code.IsPackage("Mono.Cecil"));
        Assert.NotNull(code.PackageFile("ZstdSharp"));
    }

    [Fact]
    public void A_package_that_goes_during_a_run_is_seen_to_be_gone()
    {
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        string package = Path.Combine(folder, "Some.dll");
        File.Copy(typeof(Mono.Cecil.ModuleDefinition).Assembly.Location, package);
        using var code = new OwnCode(Path.Combine(folder, "Catalogue.dll"));
        Assert.True(code.IsPackage("Some"));
        Assert.Equal(package, code.PackageFile("Some"));
        File.Delete(package);
        Assert.Null(code.PackageFile("Some"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_program_that_uses_the_machine_s_framework_has_none_of_it()
    {
        Assert.False(BundledFramework.Has("System.Runtime"));
        using var code = new OwnCode(typeof(BundledFrameworkTests).Assembly.Location);
        Assert.Null(code.PackageFile("System.Runtime"));
        Assert.NotNull(code.PackageFile("Mono.Cecil"));
    }
}
