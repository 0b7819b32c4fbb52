using Research.Numerics;
using Research.Site.Api;
using Research.Site.Content;

namespace Research.Site.Tests.Api;

public class ApiPagesTests
{
    private static readonly IReadOnlyList<SitePage> Pages = ApiPages.Of([typeof(PortableMath).Assembly]);

    [Fact]
    public void Every_public_type_of_a_library_has_its_place_on_the_page_of_its_namespace()
    {
        Type[] types = [.. typeof(PortableMath).Assembly.GetExportedTypes().Where(type => !type.IsNested)];
        Assert.NotEmpty(types);
        Assert.All(
            types,
            type =>
                Assert.Contains(
                    $"\n`{Signature.Of(type)}`\n",
                    Pages.Single(page => page.Title == type.Namespace).Text,
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData("`static double Log10(double x)`")]
    [InlineData("static class PortableMath")]
    public void A_member_stands_there_as_code_has_it(string declaration) =>
        Assert.Contains(declaration, Pages.Single(page => page.Title == "Research.Numerics").Text, StringComparison.Ordinal);

    [Fact]
    public void A_library_without_comments_is_named()
    {
        var error = Assert.Throws<ResearchException>(() => ApiPages.Of([typeof(ApiPagesTests).Assembly]));
        Assert.Contains("Research.Site.Tests.xml is not there", error.Message, StringComparison.Ordinal);
    }
}
