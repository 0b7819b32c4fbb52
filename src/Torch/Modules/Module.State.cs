using Research.Torch.States;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Parameters and persistent buffers by their full names; the tensors are the module's own.</summary>
            public virtual Dictionary<string, Tensor> state_dict(
                Dictionary<string, Tensor>? destination = null,
                string? prefix = null
            )
            {
                destination ??= [];
                string start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach ((string name, Parameter parameter) in named_parameters())
                {
                    destination.TryAdd(start + name, parameter);
                }

                foreach ((string name, Tensor buffer) in named_buffers(include_nonpersistent: false))
                {
                    destination.TryAdd(start + name, buffer);
                }

                return destination;
            }

            /// <summary>Takes the values of another state with the same names and shapes.</summary>
            /// <exception cref="ArgumentException">Strict, and names are missing or unknown; or shapes or types differ. All of them are named.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source,
                bool strict = true,
                IList<string>? skip = null
            )
            {
                Dictionary<string, Tensor> own = state_dict();
                string[] missing = [.. own.Keys.Where(name => !source.ContainsKey(name))];
                string[] unexpected = [.. source.Keys.Where(name => !own.ContainsKey(name))];
                string[] shared = [.. own.Keys.Where(name => source.ContainsKey(name) && skip?.Contains(name) != true)];
                StateCheck.Names(missing, unexpected, strict);
                StateCheck.Shapes([
                    .. shared.Select(name => (name, own[name].dtype, own[name].Sizes, source[name].dtype, source[name].Sizes)),
                ]);
                using (no_grad())
                {
                    foreach (string name in shared)
                    {
                        own[name].copy_(source[name]);
                    }
                }

                return (missing, unexpected);
            }

            /// <summary>Writes the state in TorchSharp's own format.</summary>
            public Module save(string location, IList<string>? skip = null)
            {
                using FileStream stream = File.Create(location);
                return save(stream, skip);
            }

            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null) =>
                StateFile.Write(writer, sd.Where(pair => skip?.Contains(pair.Key) != true));

            /// <summary>Reads what <see cref="save(string, IList{string}?)"/> wrote; the module changes only if all of it fits.</summary>
            /// <exception cref="InvalidDataException">The file is cut off or no such file.</exception>
            /// <exception cref="ArgumentException">Names or shapes differ; all that do are named.</exception>
            public virtual Module load(
                string location,
                bool strict = true,
                IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null
            )
            {
                using FileStream stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            public Module load(
                Stream stream,
                bool strict = true,
                IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null
            )
            {
                using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            public virtual Module load(
                BinaryReader reader,
                bool strict = true,
                IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null
            )
            {
                Dictionary<string, Tensor> source = StateFile.Read(reader);
                Dictionary<string, Tensor> own = state_dict();
                load_state_dict(source, strict, skip);
                foreach (string name in source.Keys)
                {
                    loadedParameters?.Add(name, own.ContainsKey(name));
                }

                return this;
            }
        }
    }
}
