using System.Reflection;
using System.Xml.Linq;
using Research.Numerics;
using Research.Site.Api;

namespace Research.Site.Tests.Api;

/// <summary>The compiler is the oracle: it wrote the names into the file of comments.</summary>
public class DocumentationIdTests
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Libraries =>
        [
            .. new[]
            {
                typeof(PortableMath),
                typeof(Features.Spectral.StftSettings),
                typeof(Results.Tables.MarkdownTable),
            }.Select(type => type.Assembly.Location),
        ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_name_that_the_compiler_wrote_is_given_to_a_member(string library)
    {
        Type[] types = Assembly.LoadFrom(library).GetTypes();
        HashSet<string> ours =
        [
            .. types.Select(DocumentationId.Of),
            .. types.SelectMany(type => type.GetMembers(All)).Where(member => member is not Type).Select(DocumentationId.Of),
        ];
        string[] written =
        [
            .. XDocument
                .Load(Path.ChangeExtension(library, ".xml"))
                .Descendants("member")
                .Select(own => (string)own.Attribute("name")!),
        ];
        Assert.True(written.Length > 100);
        Assert.DoesNotContain(written, name => !ours.Contains(name) && !name.Contains('~'));
    }
}
