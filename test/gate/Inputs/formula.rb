# formula.rb FILE CPU PREFIX: does with the formula of FILE what `brew install` does, as far as lambda-cc's uses it. It prints the facts and installs
# the working folder into PREFIX. A method of Homebrew that is not here is an error.
require "fileutils"
require "pathname"

class Pathname
  def install(*files)
    files.flatten.each { |file| FileUtils.cp_r(file, self) }
  end
end

class Formula
  class << self
    %w[desc homepage version license depends_on url sha256].each do |name|
      define_method(name) { |value| puts "#{name} #{value}" }
    end

    def on_arm
      yield if ARGV[1] == "arm"
    end

    def on_intel
      yield if ARGV[1] == "intel"
    end

    def test; end
  end

  def prefix
    Pathname(ARGV[2])
  end

  def opt_libexec
    "/opt/homebrew/opt/lambda-cc/libexec"
  end
end

load File.expand_path(ARGV[0])
LambdaCc.new.install
puts LambdaCc.new.caveats
