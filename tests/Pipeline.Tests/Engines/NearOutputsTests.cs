using System.Text;
using Research.Pipeline.Engines;

namespace Research.Pipeline.Tests.Engines;

public class NearOutputsTests
{
    [Theory]
    [InlineData("a,1.5\nb,-2e-3\n", "a,1.5009\nb,-2.5e-3\n", true)]
    [InlineData("a,1.5\n", "a,1.503\n", false)]
    [InlineData("a,1.5\n", "b,1.5\n", false)]
    [InlineData("a,1.5\n", "a,1.5\na,1.5\n", false)]
    [InlineData("a,5000\n", "a,5004\n", true)]
    public void Texts_are_near_where_their_words_are_the_same_and_their_numbers_are_near(string a, string b, bool near)
    {
        Assert.Equal(near, NearOutputs.AreNear("table.csv", Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b)));
        Assert.Equal(near, NearOutputs.AreNear("table.csv", Encoding.UTF8.GetBytes(b), Encoding.UTF8.GetBytes(a)));
    }

    [Fact]
    public void Other_files_are_near_where_they_are_as_long()
    {
        Assert.True(NearOutputs.AreNear("model.bin", [1, 2], [3, 4]));
        Assert.False(NearOutputs.AreNear("model.bin", [1, 2], [1, 2, 3]));
    }
}
