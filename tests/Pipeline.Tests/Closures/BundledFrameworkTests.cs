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
    public void A_program_that_uses_the_machine_s_framework_has_none_of_it()
    {
        Assert.False(BundledFramework.Has("System.Runtime"));
        using var code = new OwnCode(typeof(BundledFrameworkTests).Assembly.Location);
        Assert.Null(code.PackageFile("System.Runtime"));
        Assert.NotNull(code.PackageFile("Mono.Cecil"));
    }
}
