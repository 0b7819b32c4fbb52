using Research.Corpora.Music;

namespace Research.Corpora.Tests.Music;

public class ChordTests
{
    [Theory]
    [InlineData("I", 0, "C:maj", new[] { 0, 4, 7 })]
    [InlineData("vi", 0, "A:min", new[] { 9, 12, 16 })]
    [InlineData("V7", 0, "G:7", new[] { 7, 11, 14, 17 })]
    [InlineData("Imaj7", 2, "D:maj7", new[] { 0, 4, 7, 11 })]
    [InlineData("ii7", 0, "D:min7", new[] { 2, 5, 9, 12 })]
    [InlineData("VI", 9, "F:maj", new[] { 8, 12, 15 })] // of A minor
    [InlineData("VII", 9, "G:maj", new[] { 10, 14, 17 })]
    public void Numerals_are_chords_of_their_key(string numeral, int tonic, string name, int[] tones)
    {
        Chord chord = Chord.Parse(numeral);
        Assert.Equal(name, chord.Name(tonic));
        Assert.Equal(tones, chord.Tones);
    }

    [Theory]
    [InlineData("I", "C:min", new[] { 0, 3, 7 })]
    [InlineData("i7", "C:maj7", new[] { 0, 4, 7, 11 })]
    [InlineData("Imaj7", "C:min7", new[] { 0, 3, 7, 10 })]
    [InlineData("V7", "G:7", new[] { 7, 11, 14, 17 })]
    public void A_turned_chord_changes_its_third_and_seventh_but_a_dominant_stays(string numeral, string name, int[] tones)
    {
        Chord turned = Chord.Parse(numeral).Turned();
        Assert.Equal(name, turned.Name(0));
        Assert.Equal(tones, turned.Tones);
    }
}
